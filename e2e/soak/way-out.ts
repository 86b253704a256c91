/**
 * Runs in every page before its scripts: says that it was loaded and takes, once, the way out that the app offers when
 * storage fails.
 */
export function takeTheWayOut(): void {
  window.say(JSON.stringify({ what: 'started' }));
  const observer = new MutationObserver(() => {
    const notice = document.querySelector<HTMLElement>('[data-notice].trouble');
    if (!notice) return;
    observer.disconnect();
    window.say(JSON.stringify({ what: 'trouble', key: notice.dataset['notice'] }));
    notice.querySelector('button')?.click();
  });
  observer.observe(document, { subtree: true, childList: true });
}
