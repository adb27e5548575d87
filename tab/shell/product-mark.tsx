/** The product's sign, as a file beside the page: its policy allows no inline picture. */
export function ProductMark({ className }: { readonly className: string }) {
  return <img className={className} src="/tab/toolroll.svg" alt="" />;
}
