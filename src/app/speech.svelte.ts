/** Reading aloud by a voice that lives on the device; where there is none in the language, nothing is offered. */
export class Speech {
  #voices = $state.raw<readonly SpeechSynthesisVoice[]>([]);
  #speaking = $state(false);

  constructor(private readonly synthesis: SpeechSynthesis | undefined) {
    if (!synthesis) return;
    const read = () => (this.#voices = synthesis.getVoices().filter((voice) => voice.localService));
    read();
    synthesis.addEventListener?.('voiceschanged', read);
  }

  get speaking(): boolean {
    return this.#speaking;
  }

  #voiceFor(language: string): SpeechSynthesisVoice | undefined {
    return this.#voices.find((voice) => voice.lang.toLowerCase().startsWith(language));
  }

  canSpeak(language: string): boolean {
    return !!this.#voiceFor(language);
  }

  speak(text: string, language: string): void {
    const voice = this.#voiceFor(language);
    if (!this.synthesis || !voice) return;
    this.synthesis.cancel();
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.onend = utterance.onerror = () => (this.#speaking = false);
    this.#speaking = true;
    this.synthesis.speak(utterance);
  }

  stop = (): void => {
    this.synthesis?.cancel();
    this.#speaking = false;
  };
}
