/** After a form has said which fields are wrong, the first of them has the focus: it may be out of sight. */
export function leadToWrongField(form: HTMLElement): void {
  requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
}
