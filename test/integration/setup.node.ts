/** First module of the suite for the Node extension host. */
import Mocha from 'mocha';
import { assertHost, options, report } from './host';

const mocha = new Mocha(options);
Object.assign(globalThis, { mocha });
report(mocha);
mocha.suite.emit('pre-require', globalThis, '', mocha);
assertHost('node');
