/** Offices or people, maybe with a bracket behind (各乡镇（街道）), and a colon at the end. */
const addressee =
  /^[\p{Script=Han}（）()、，,\s·“”\d]{1,150}(?:[局委厅办府会院校司处部门位关业团县区市州省旗行所心组构队站社盟志员表导席长学协们乡镇]|街道)(?:（[^（）]{1,20}）|\([^()]{1,20}\))?[：:]$/u;
/** Such a line leads over to what follows: 市科技局要做好以下工作：. */
const leadsOver = /如下|以下|下列/;

/** At the end of a line to people (各位代表：). */
const people = /[表员志席任长们][：:]$/;

/** Whether a line names offices and other bodies that a document is sent to: they are to act on it. */
export function isSentToBodies(line: string): boolean {
  return isAddressee(line) && !people.test(line);
}

/** Whether a line names those whom a document is sent to (GB/T 9704—2012 §7.3.2). */
export function isAddressee(line: string): boolean {
  return addressee.test(line) && !leadsOver.test(line);
}
