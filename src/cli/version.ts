import { name, version } from '../../package.json';

/** As results name it. */
export const tool = { name, version };
