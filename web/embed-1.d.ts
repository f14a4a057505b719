// The types of embed-1.js, the custom element <first-neuron>. pkg/bundle fills
// in the languages.

/** What the page knows; the schema firstneuron-1.schema.json tells of each. */
export interface FirstNeuronState {
  fragment: string;
  phase: "untrained" | "running" | "paused" | "finished" | "diverged";
  epoch: number;
  goal: number;
  loss: number | null;
  weight: number | null;
  bias: number | null;
  /** Of points with two inputs, both. */
  x: number | number[];
  y: number | null;
  asking: boolean;
  answer: number | null;
  /** From 0 to 100, with at most two decimals. */
  score: number;
  completed: boolean;
  lang: string;
  theme: string;
  /** The activity's name in the gallery, "" for an author's own, null for none. */
  activity: string | null;
  step: number | null;
  steps: number | null;
  /** Of each step; of a choice its number, from 1. */
  answers: (number | null)[] | null;
  /** For setState: how far the learner is in the activity. */
  progress: string;
  /** How many messages were dropped; in answers only. */
  dropped?: number;
}

export interface FirstNeuronWelcome {
  firstneuron: "welcome";
  version: 1;
  methods: string[];
  events: string[];
  limits: { bytes: number; depth: number; perSecond: number };
}

export interface FirstNeuronEventMap {
  state: CustomEvent<{ event: "state"; state: FirstNeuronState }>;
  epoch: CustomEvent<{ event: "epoch"; epoch: number; goal: number; loss: number | null }>;
  trained: CustomEvent<{ event: "trained"; state: FirstNeuronState }>;
  diverged: CustomEvent<{ event: "diverged"; state: FirstNeuronState }>;
  completed: CustomEvent<{ event: "completed"; score: number; completed: boolean; step?: number; answers?: (number | null)[] }>;
  step: CustomEvent<{ event: "step"; step: number; steps: number }>;
  answered: CustomEvent<{ event: "answered"; step: number; kind: "number" | "choice" | "mark"; answer: number; right: boolean | null }>;
  resize: CustomEvent<{ event: "resize"; height: number }>;
  error: CustomEvent<{ event: "error"; code: string; message: string }>;
}

/** What a promise is rejected with when the page refuses; a plain Error where it cannot answer any more. */
export interface FirstNeuronError extends Error {
  code:
    | "unknown_method"
    | "bad_params"
    | "unknown_key"
    | "invalid_value"
    | "answer_wanted"
    | "cannot_train"
    | "not_finite";
}

export interface FirstNeuronElement extends HTMLElement {
  /** Resolves once the page answers. */
  readonly ready: Promise<FirstNeuronWelcome>;
  getState(): Promise<FirstNeuronState>;
  /** Opens a fragment; answer answers its question for a learner who has, and progress goes on in the middle of its activity. */
  setState(fragment: string, answer?: number | null, progress?: string | null): Promise<FirstNeuronState>;
  /** Resolves when the training has come to its end, or is paused. */
  train(): Promise<FirstNeuronState>;
  pause(): Promise<FirstNeuronState>;
  step(): Promise<FirstNeuronState>;
  reset(): Promise<FirstNeuronState>;
  /** Sets a property, under its key in links. */
  set(key: string, value: string | number | boolean): Promise<FirstNeuronState>;
  /** x is a number or, of points with two inputs, a list of both. */
  predict(x: number | number[]): Promise<number>;
  setLanguage(lang: "" | "{{languages}}"): Promise<FirstNeuronState>;
  setTheme(theme: "" | "light" | "dark"): Promise<FirstNeuronState>;

  addEventListener<K extends keyof FirstNeuronEventMap>(
    type: K,
    listener: (this: FirstNeuronElement, event: FirstNeuronEventMap[K]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "first-neuron": FirstNeuronElement;
  }
}
