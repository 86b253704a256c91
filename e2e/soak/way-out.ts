/**
 * Runs in every page before its scripts: says that it was loaded and takes the way out that the app offers when storage
 * fails, once for each notice.
 */
export function takeTheWayOut(): void {
  window.say(JSON.stringify({ what: 'started' }));
  const taken = new WeakSet<HTMLElement>();
  const observer = new MutationObserver(() => {
    const notice = document.querySelector<HTMLElement>('[data-notice].trouble');
    if (!notice || taken.has(notice)) return;
    taken.add(notice);
    window.say(JSON.stringify({ what: 'trouble', key: notice.dataset['notice'] }));
    notice.querySelector('button')?.click();
  });
  observer.observe(document, { subtree: true, childList: true });
}
