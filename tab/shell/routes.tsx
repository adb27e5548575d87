import { type ComponentType, lazy, Suspense } from "react";
import { BrowserRouter, Navigate, Route, Routes, useLocation, useParams } from "react-router";
import { addWords } from "../language/i18n";
import { looksAfterOthers, useMe } from "../session/session";
import { AppShell } from "./app-shell";
import { NotFoundPage } from "./not-found-page";
import { StartingPage } from "./starting-page";

/** A page with its words: a first visit pays for one page only. The data router would cost 16 KiB more. */
function page(
  load: () => Promise<ComponentType>,
  words: () => Promise<Parameters<typeof addWords>[0]>,
): ComponentType {
  return lazy(async () => {
    const [component, loaded] = await Promise.all([load(), words()]);
    addWords(loaded);
    return { default: component };
  });
}

const kitWords = async () => (await import("../language/words-of-kit")).kitWords;
const inventoryWords = async () => (await import("../language/words-of-inventory")).inventoryWords;
const checkInWords = async () => (await import("../language/words-of-check-ins")).checkInWords;

const teamWords = async () => (await import("../language/words-of-teams")).teamWords;

const applicationWords = async () => (await import("../language/words-of-applications")).applicationWords;

const MyKitPage = page(async () => (await import("../kit/my-kit-page")).MyKitPage, kitWords);
const InventoryPage = page(
  async () => (await import("../inventory/inventory-page")).InventoryPage,
  inventoryWords,
);
const GlancePage = page(
  async () => (await import("../inventory/glance/glance-page")).GlancePage,
  async () => (await import("../language/words-of-glance")).glanceWords,
);
const IntunePage = page(
  async () => (await import("../inventory/intune/intune-page")).IntunePage,
  async () => (await import("../language/words-of-intune")).intuneWords,
);
const ApplicationsPage = page(
  async () => (await import("../applications/applications-page")).ApplicationsPage,
  applicationWords,
);
const PortfolioPage = page(
  async () => (await import("../applications/portfolio/portfolio-page")).PortfolioPage,
  applicationWords,
);
const ContractsPage = page(
  async () => (await import("../applications/contracts/contracts-page")).ContractsPage,
  applicationWords,
);
const IntegrationsPage = page(
  async () => (await import("../applications/integrations/integrations-page")).IntegrationsPage,
  applicationWords,
);
const ReportsPage = page(
  async () => (await import("../reports/reports-page")).ReportsPage,
  async () => (await import("../language/words-of-reports")).reportWords,
);
const HomePage = page(
  async () => (await import("../home/home-page")).HomePage,
  async () => (await import("../language/words-of-home")).homeWords,
);
const FindingsPage = page(
  async () => (await import("../findings/findings-page")).FindingsPage,
  async () => (await import("../language/words-of-findings")).findingWords,
);
const CheckInsPage = page(
  async () => (await import("../check-ins/check-ins-page")).CheckInsPage,
  checkInWords,
);
const CheckInPage = page(async () => (await import("../check-ins/check-in-page")).CheckInPage, checkInWords);
const stockTakeWords = async () => (await import("../language/words-of-stock-takes")).stockTakeWords;
const StockTakesPage = page(
  async () => (await import("../stock-takes/stock-takes-page")).StockTakesPage,
  stockTakeWords,
);
const StockTakePage = page(
  async () => (await import("../stock-takes/stock-take-page")).StockTakePage,
  stockTakeWords,
);
const StockTakeReportPage = page(
  async () => (await import("../stock-takes/report-page")).StockTakeReportPage,
  stockTakeWords,
);
const rolloutWords = async () => (await import("../language/words-of-rollouts")).rolloutWords;
const RolloutsPage = page(async () => (await import("../rollouts/rollouts-page")).RolloutsPage, rolloutWords);
const RolloutPage = page(async () => (await import("../rollouts/rollout-page")).RolloutPage, rolloutWords);
const RolloutStoryPage = page(
  async () => (await import("../rollouts/story-page")).RolloutStoryPage,
  rolloutWords,
);
const WavePage = page(async () => (await import("../rollouts/wave-page")).WavePage, rolloutWords);
const surveyWords = async () => (await import("../language/words-of-surveys")).surveyWords;
const SurveysPage = page(async () => (await import("../surveys/surveys-page")).SurveysPage, surveyWords);
const SurveyPage = page(async () => (await import("../surveys/survey-page")).SurveyPage, surveyWords);
const SurveyEditorPage = page(
  async () => (await import("../surveys/survey-editor-page")).SurveyEditorPage,
  surveyWords,
);
const TeamFiguresPage = page(
  async () => (await import("../surveys/team-figures-page")).TeamFiguresPage,
  surveyWords,
);
const ItemFiguresPage = page(
  async () => (await import("../surveys/item-figures-page")).ItemFiguresPage,
  surveyWords,
);
const MySurveysPage = page(
  async () => (await import("../surveys/my-surveys-page")).MySurveysPage,
  surveyWords,
);
const ConfidentialPage = page(
  async () => (await import("../surveys/confidential-page")).ConfidentialPage,
  surveyWords,
);
const courseWords = async () => (await import("../language/words-of-courses")).courseWords;
const CoursesPage = page(async () => (await import("../courses/courses-page")).CoursesPage, courseWords);
const CoursePage = page(async () => (await import("../courses/course-page")).CoursePage, courseWords);
const PeoplePage = page(
  async () => (await import("../people/people-page")).PeoplePage,
  async () => (await import("../language/words-of-people")).peopleWords,
);
const PersonPage = page(async () => (await import("../people/person-page")).PersonPage, teamWords);
const TeamsPage = page(async () => (await import("../teams/teams-page")).TeamsPage, teamWords);
const governanceWords = async () => (await import("../language/words-of-governance")).governanceWords;
const AuditPage = page(async () => (await import("../governance/audit-page")).AuditPage, governanceWords);
const PrivacyPage = page(
  async () => (await import("../governance/privacy-page")).PrivacyPage,
  governanceWords,
);
const licenceWords = async () => (await import("../language/words-of-licences")).licenceWords;
const LicencesPage = page(async () => (await import("../licences/licences-page")).LicencesPage, licenceWords);
const LicencePage = page(async () => (await import("../licences/licence-page")).LicencePage, licenceWords);
const PriceBookPage = page(
  async () => (await import("../licences/price-book-page")).PriceBookPage,
  licenceWords,
);
const CostsPage = page(async () => (await import("../licences/costs-page")).CostsPage, licenceWords);
const OverlapsPage = page(async () => (await import("../licences/overlaps-page")).OverlapsPage, licenceWords);
const RenewalsPage = page(async () => (await import("../licences/renewals-page")).RenewalsPage, licenceWords);
const SyncPage = page(async () => (await import("../licences/sync-page")).SyncPage, licenceWords);
const SettingsPage = page(
  async () => (await import("../settings/settings-page")).SettingsPage,
  async () => (await import("../language/words-of-settings")).settingWords,
);
const ConfigurePage = lazy(async () => ({
  default: (await import("../configure/configure-page")).ConfigurePage,
}));

export function TabRoutes() {
  return (
    <BrowserRouter basename="/tab">
      <Routes>
        <Route
          path="configure"
          element={
            <Suspense fallback={<StartingPage />}>
              <ConfigurePage />
            </Suspense>
          }
        />
        <Route element={<AppShell />}>
          <Route index element={<FirstPage />} />
          <Route path="home" element={<HomePage />} />
          <Route path="my-kit" element={<MyKitPage />} />
          <Route path="inventory" element={<InventoryPage />} />
          <Route path="inventory/glance" element={<GlancePage />} />
          <Route path="inventory/intune" element={<IntunePage />} />
          <Route path="reports" element={<ReportsPage />} />
          <Route path="findings" element={<FindingsPage />} />
          <Route path="people" element={<PeoplePage />} />
          <Route path="people/:id" element={<PersonPage />} />
          <Route path="applications" element={<ApplicationsPage />} />
          <Route path="applications/:id" element={<OneApplication />} />
          <Route path="applications/portfolio" element={<PortfolioPage />} />
          <Route path="applications/contracts" element={<ContractsPage />} />
          <Route path="applications/integrations" element={<IntegrationsPage />} />
          <Route path="licences" element={<LicencesPage />} />
          <Route path="licences/sync" element={<SyncPage />} />
          <Route path="licences/prices" element={<PriceBookPage />} />
          <Route path="licences/costs" element={<CostsPage />} />
          <Route path="licences/overlaps" element={<OverlapsPage />} />
          <Route path="licences/renewals" element={<RenewalsPage />} />
          <Route path="licences/:skuId" element={<LicencePage />} />
          <Route path="teams" element={<TeamsPage />} />
          <Route path="teams/:id" element={<TeamsPage />} />
          <Route path="audit" element={<AuditPage />} />
          <Route path="privacy" element={<PrivacyPage />} />
          <Route path="settings" element={<SettingsPage />} />
          <Route path="check-ins" element={<CheckInsPage />} />
          <Route path="check-ins/:id" element={<CheckInPage />} />
          <Route path="stock-takes" element={<StockTakesPage />} />
          <Route path="stock-takes/:id" element={<StockTakePage />} />
          <Route path="stock-takes/:id/report" element={<StockTakeReportPage />} />
          <Route path="rollouts" element={<RolloutsPage />} />
          <Route path="rollouts/:id" element={<RolloutPage />} />
          <Route path="rollouts/:id/story" element={<RolloutStoryPage />} />
          <Route path="waves/:id" element={<WavePage />} />
          <Route path="courses" element={<CoursesPage />} />
          <Route path="courses/:id" element={<CoursePage />} />
          <Route path="my-surveys" element={<MySurveysPage />} />
          <Route path="surveys" element={<SurveysPage />} />
          <Route path="surveys/confidential" element={<ConfidentialPage />} />
          <Route path="surveys/new" element={<SurveyEditorPage />} />
          <Route path="surveys/:id" element={<SurveyPage />} />
          <Route path="surveys/:id/teams/:teamId" element={<TeamFiguresPage />} />
          <Route path="surveys/:id/items/:itemId" element={<ItemFiguresPage />} />
          <Route path="surveys/:id/edit" element={<SurveyEditorPage />} />
          <Route path="*" element={<NotFoundPage />} />
        </Route>
      </Routes>
    </BrowserRouter>
  );
}

/** An application's own address opens it over the list. */
function OneApplication() {
  const { id = "" } = useParams();
  const query = new URLSearchParams(useLocation().search);
  query.set("application", id);
  return <Navigate to={`/applications?${query.toString()}`} replace />;
}

/** Who looks after others starts at what waits for them, everybody else at their own kit and questions. */
function FirstPage() {
  const me = useMe();
  return <Navigate to={looksAfterOthers(me) ? "/home" : "/my-kit"} replace />;
}
