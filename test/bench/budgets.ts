// The design's section 9 as data: what each figure may be at most.
export const BUDGETS = {
  /** Load event with Baton by the load event with an extension that does nothing, of a list and of a case. */
  loadRatio: 1.1,
  /** Milliseconds that the first contentful paint of a case comes later than with that extension. */
  firstPaint: 5,
  /** Milliseconds of script that Baton adds to a key, at the 95th percentile. */
  scriptPerKey: 0.2,
  /** Latency of a key with Baton by latency without. */
  typingRatio: 1.1,
  /** Milliseconds, at the 99th percentile. */
  verdict: 1,
  /** Milliseconds: all fields and the newest twenty messages, at once. */
  captureNewest: 16,
  /** Milliseconds of script: a thousand messages. */
  captureAll: 200,
  /** Milliseconds: the longest slice of that. */
  captureSlice: 8,
  /** Slices begun while the person types. */
  slicesWhileTyping: 0,
  /** Milliseconds from the press to the panel's painting: the first time on a page, and after. */
  panelFirst: 150,
  panelAgain: 50,
  /** Time until the popup is useful with 100,000 handoffs by the time with none. */
  popupRatio: 1.2,
  /** MB added to the page's process: no case, and a case with the panel open. */
  memoryNoCase: 1,
  memoryPanel: 15,
} as const;
