import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** A message id, or the fixed parts of one that is put together, as it stands in the sources. */
export interface UsedWord {
  readonly file: string;
  /** Text parts around the holes; one part where there is no hole. */
  readonly parts: readonly string[];
}

/** Every text literal and template of the sources, and those that must be message ids. */
export interface UsedWords {
  readonly literals: readonly UsedWord[];
  readonly messages: readonly UsedWord[];
}

/** Reads all TypeScript files below a folder. */
export function usedWords(folder: string): UsedWords {
  const literals: UsedWord[] = [];
  const messages: UsedWord[] = [];
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && !name.endsWith('.d.ts') && !name.startsWith('generated'),
  );
  for (const name of names.sort()) {
    const file = join(folder, name);
    const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022, true);
    const visit = (node: ts.Node): void => {
      const parts = partsOf(node);
      if (parts) literals.push({ file, parts });
      for (const text of messageTexts(node)) messages.push({ file, parts: text });
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return { literals, messages };
}

/** True where the id fits the literal, or the template with something in each hole. */
export function fits(id: string, { parts }: UsedWord): boolean {
  const pattern = parts.map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&')).join('.+');
  return new RegExp(`^${pattern}$`, 'u').test(id);
}

function partsOf(node: ts.Node): string[] | null {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return [node.text];
  if (ts.isTemplateExpression(node))
    return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)];
  return null;
}

/** Texts that are message ids for certain: the first argument of `t(…)`, and `id` beside `args`. */
function messageTexts(node: ts.Node): string[][] {
  if (ts.isCallExpression(node)) {
    const { expression } = node;
    const name = ts.isPropertyAccessExpression(expression) ? expression.name.text : expression.getText();
    return name === 't' && node.arguments[0] ? choices(node.arguments[0]) : [];
  }
  if (!ts.isObjectLiteralExpression(node)) return [];
  const property = (name: string): ts.PropertyAssignment | undefined =>
    node.properties.filter(ts.isPropertyAssignment).find((found) => found.name.getText() === name);
  const hasArguments = node.properties.some((found) => found.name?.getText() === 'args');
  const id = property('id');
  return id && hasArguments ? choices(id.initializer) : [];
}

/** The texts an expression may be: both sides of `a ? b : c` and `a ?? b`. */
function choices(expression: ts.Expression): string[][] {
  const inner =
    ts.isParenthesizedExpression(expression) || ts.isAsExpression(expression) ? expression.expression : null;
  if (inner) return choices(inner);
  if (ts.isConditionalExpression(expression))
    return [...choices(expression.whenTrue), ...choices(expression.whenFalse)];
  if (ts.isBinaryExpression(expression)) return [...choices(expression.left), ...choices(expression.right)];
  const parts = partsOf(expression);
  return parts ? [parts] : [];
}
