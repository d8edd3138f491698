/** First module of the suite for the Node extension host. */
import Mocha from 'mocha';
import { assertHost, options } from './host';

const mocha = new Mocha(options);
Object.assign(globalThis, { mocha });
mocha.suite.emit('pre-require', globalThis, '', mocha);
assertHost('node');
