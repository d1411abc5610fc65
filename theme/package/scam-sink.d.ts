/** An event of the vocabulary as CloudEvents 1.0 JSON. */
export interface CloudEvent {
  specversion: "1.0";
  id: string;
  source: string;
  type: string;
  /** Rounded down to the hour. */
  time: string;
  datacontenttype: "application/json";
  dataschema: string;
  data: Record<string, string | number | boolean | null>;
}

/** What may leave the device of an event; null if it is none of the vocabulary. */
export declare function cloudEvent(event: Event): CloudEvent | null;

/** Sends each event to an address of the same origin; throws a TypeError for any other. Returns what stops it. */
export declare function startSink(address: string | URL, target?: EventTarget): () => void;
