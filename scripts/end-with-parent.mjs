/** npm runs a script in a shell that does not pass a signal on: whoever stops npm alone means what it started too. */
export function endWithParent(stop) {
  const parent = process.ppid;
  const looking = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(looking);
    stop();
  }, 500).unref();
}
