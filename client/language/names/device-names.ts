import type { Priority, Purpose, RetentionClass, Visibility } from "../../../models/device/kind.ts";
import { text, type Text } from "../../../models/language/text.ts";

export const priorityNames: Readonly<Record<Priority, Text>> = {
  P1: text("紧急", "Urgent"),
  P2: text("高", "High"),
  P3: text("中", "Medium"),
  P4: text("低", "Low"),
};

export const purposeNames: Readonly<Record<Purpose, Text>> = {
  "life-safety": text("生命安全", "Life safety"),
  security: text("安全防范", "Security"),
  "plant-operation": text("设备运行", "Running the plant"),
  "energy-management": text("能源管理", "Energy management"),
  metering: text("计量", "Metering"),
  environment: text("环境监测", "Environment"),
  care: text("关怀照护", "Care"),
  mobility: text("出行", "Mobility"),
  cleaning: text("环卫保洁", "Cleaning"),
  information: text("信息发布", "Information"),
};

export const retentionNames: Readonly<Record<RetentionClass, Text>> = {
  operational: text("运行数据", "operational record"),
  safety: text("安全记录", "safety record"),
  metering: text("计量数据", "metering record"),
  personal: text("个人数据", "personal record"),
  environment: text("环境数据", "environmental record"),
};

export const visibilityNames: Readonly<Record<Visibility, Text>> = {
  public: text("所有人", "everybody"),
  staff: text("值班人员", "staff on duty"),
  personal: text("仅本户", "only the home itself"),
};
