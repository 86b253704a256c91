import type { Messages } from '../i18n/messages';

export type NoticeKey = keyof Messages['notices'];

export interface Notice {
  key: NoticeKey;
  /** Trouble is shown at once; news waits until no scene is open. */
  tone: 'trouble' | 'news';
  /** What the notice offers to do about it. */
  act?: () => void;
  /** Told when the person has closed it or has done what it offers. */
  onClosed?: () => void;
}

/** What the app has to say outside of any screen; each thing at most once at a time. */
export class Notices {
  #list = $state.raw<readonly Notice[]>([]);

  get list(): readonly Notice[] {
    return this.#list;
  }

  show(notice: Notice): void {
    this.#list = [...this.#list.filter((other) => other.key !== notice.key), notice];
  }

  dismiss = (key: NoticeKey): void => {
    const closed = this.#list.find((notice) => notice.key === key);
    this.#list = this.#list.filter((notice) => notice.key !== key);
    closed?.onClosed?.();
  };
}
