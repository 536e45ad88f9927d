const machineName = /\d{5,}|[0-9a-f]{8}-[0-9a-f]{4}/iu;
const uuid = /([0-9a-f]{8})-[0-9a-f]{4}-/iu;
const longNumber = /\d{9,}/u;

/** Whether only a machine would call something so. */
export const isMachineName = (name: string): boolean => machineName.test(name);

/** What a person can say of a name: of one only a machine would use the head of a UUID, the tail of a long number. */
export function spokenName(name: string): string {
  if (!isMachineName(name)) return name;
  const [, head] = uuid.exec(name) ?? [];
  if (head !== undefined) return head;
  const [digits] = longNumber.exec(name) ?? [];
  if (digits !== undefined) return `…${digits.slice(-6)}`;
  return name.length > 24 ? `${name.slice(0, 22)}…` : name;
}
