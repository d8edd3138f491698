/** Words for users, one file an area and language under `l10n/`; a test keeps the languages complete. */
import enCli from '../../l10n/en/cli.json';
import enClient from '../../l10n/en/client.json';
import enReport from '../../l10n/en/report.json';
import enRules from '../../l10n/en/rules.json';
import enService from '../../l10n/en/service.json';
import enTaxonomy from '../../l10n/en/taxonomy.json';
import zhCli from '../../l10n/zh-CN/cli.json';
import zhClient from '../../l10n/zh-CN/client.json';
import zhReport from '../../l10n/zh-CN/report.json';
import zhRules from '../../l10n/zh-CN/rules.json';
import zhService from '../../l10n/zh-CN/service.json';
import zhTaxonomy from '../../l10n/zh-CN/taxonomy.json';

export const en = { ...enTaxonomy, ...enRules, ...enService, ...enClient, ...enCli, ...enReport };
export const zh = { ...zhTaxonomy, ...zhRules, ...zhService, ...zhClient, ...zhCli, ...zhReport };
