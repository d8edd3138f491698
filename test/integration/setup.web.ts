/** First module of the suite for the web worker extension host: Mocha's bundle for browsers makes the globals. */
import 'mocha/mocha';
import { assertHost, options, report } from './host';

mocha.setup(options);
report(mocha);
assertHost('web');
