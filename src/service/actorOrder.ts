import type { Annotation } from '../core/model';

/** What the order of actors looks at. */
interface Actor {
  readonly phrase: string;
  readonly category: string | null;
}

/**
 * Offices of a province, city, district or county that exist by that name. The taxonomy combines levels, fields and
 * endings freely, because in a text it need not tell 省科技厅 from 省科技部; who writes one is to be offered the first.
 */
const existing = new RegExp(
  '^(?:' +
    [
      '省(?:科技|财政|教育|工业和信息化|人力资源社会保障|商务|农业农村|自然资源|生态环境)厅',
      '[市区县](?:科技|财政|教育|工业和信息化|人力资源社会保障|商务|农业农村|自然资源|生态环境)局',
      '[省市区县](?:发展改革|卫生健康|国资)委',
      '[省市区县](?:市场监管|知识产权|统计|税务|金融监管|数据)局',
    ].join('|') +
    ')$',
);

/** The category of governments and their offices. */
const government = 'A3';

/**
 * How likely an actor is the one that is to do something, least first: named in this text already, an office that
 * exists, another of the government's, another.
 *
 * @param annotations Of this text.
 */
export function actorRank(annotations: readonly Annotation[]): (actor: Actor) => number {
  const named = new Set(
    annotations
      .filter(({ kind }) => kind === 'A')
      .flatMap(({ evidence }) => evidence.map(({ text }) => text)),
  );
  return ({ phrase, category }) => {
    if (named.has(phrase)) return 0;
    if (category !== government) return 3;
    return existing.test(phrase) ? 1 : 2;
  };
}
