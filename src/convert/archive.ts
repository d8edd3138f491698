/** Archives of parts in XML, as Word and OFD files are. */
import { unzipSync, type Unzipped } from 'fflate';
import { message, type Message } from '../core/message';
import { ConversionError } from './unreadable';

/** What is taken out of an archive. */
export interface Unpacking {
  /** Names of parts that are text and markup. */
  readonly markup: RegExp;
  /** Most bytes that those may unpack to. */
  readonly mostMarkup: number;
  /** Most bytes that images and the like may unpack to; without it they are left out. */
  readonly mostMedia?: number;
  /** Said of what is no archive. */
  readonly refusal: Message;
}

/**
 * The parts of an archive by their names.
 *
 * @throws ConversionError when the file is no zip archive, or unpacks to more than we read.
 */
export function unpack(bytes: Uint8Array, { markup, mostMarkup, mostMedia, refusal }: Unpacking): Unzipped {
  let [text, media] = [0, 0];
  const refuseAbove = (size: number, most: number): void => {
    if (size > most) throw new ConversionError(message('report.import.tooLarge', most / 1_000_000));
  };
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (markup.test(name)) refuseAbove((text += originalSize), mostMarkup);
        else if (mostMedia === undefined) return false;
        else refuseAbove((media += originalSize), mostMedia);
        return true;
      },
    });
  } catch (error) {
    throw error instanceof ConversionError ? error : new ConversionError(refusal);
  }
}
