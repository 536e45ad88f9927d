import { text, type Text } from "../language/text.ts";

/** What of a file was not taken over as it stands, and why. */
export interface Note {
  readonly what: Text;
  readonly why: Text;
}

const note = (what: Text, why: Text): Note => ({ what, why });

const cityObject = text("城市对象", "city object");
const building = text("建筑", "Building");
const surface = text("表面", "surface");
const footprint = text("轮廓", "footprint");
const geometry = (type: string): Text => text(`几何 ${type}`, `geometry ${type}`);
const noGeometry = text("没有可用的几何", "has no usable geometry");
const noArea = text("没有面积", "has no area");
const tooFar = text(
  "距中心超过 100 公里，或高低超过 10 公里：不绘制",
  "reaches over 100 km from the middle, or 10 km up or down: not drawn",
);

/** Everything a reader may have to say of a file, in one place. */
export const notes = {
  others: note(text("其他", "others"), text("种类过多，不逐一列出", "too many different kinds to name each")),

  nothingToDraw: note(
    text("整个文件", "the file"),
    text(
      "没有可绘制的面：场景与平面图将是空的",
      "has no surface that can be drawn: scene and plan stay empty",
    ),
  ),
  objectId: note(
    cityObject,
    text(
      "标识为空、超过 256 个字符或含控制字符",
      "its id is empty, longer than 256 characters or has control characters",
    ),
  ),
  objectTwice: note(
    cityObject,
    text("标识在序列中第二次出现", "its id occurs a second time in the sequence"),
  ),
  objectBare: note(cityObject, noGeometry),
  objectTooFar: note(cityObject, tooFar),
  buildingBare: note(building, noGeometry),
  heightUnread: note(
    text("建筑高度或层数", "height or storeys of a building"),
    text("所写的不是可能的高度：已估计", "what is stated can be none: estimated"),
  ),
  partInside: note(
    text("建筑部分", "part of a building"),
    text("在所属建筑之内：以该建筑的轮廓绘制", "lies in its building: drawn with that building's outline"),
  ),
  buildingFlat: note(
    text("建筑高度", "building height"),
    text("不大于 0：已估计", "is not above 0: estimated"),
  ),
  outlineMended: note(
    text("建筑轮廓", "building outline"),
    text("自相交或没有面积：已修补", "crosses itself or has no area: mended"),
  ),
  buildingCoarse: (lod: string): Note =>
    note(
      text(`建筑自身的 LoD ${lod} 几何`, `geometry of a Building at LoD ${lod}`),
      text("其部分以更细的 LoD 绘制", "its parts are drawn at a finer level of detail"),
    ),
  inside: note(
    text("房间或家具", "room or furniture"),
    text("在建筑内部，不绘制", "inside a building, not drawn"),
  ),
  childGone: note(
    text("子对象", "child of a city object"),
    text("所指对象不在文件中", "names an object that is not in the file"),
  ),
  parentGone: note(
    text("父对象", "parent of a city object"),
    text(
      "所指对象不在文件中：按独立对象处理",
      "names an object that is not in the file: it stands by itself",
    ),
  ),
  parentCircle: note(
    text("父对象", "parent of a city object"),
    text("形成循环：忽略", "goes round in a circle: not followed"),
  ),
  unknownType: (type: string): Note =>
    note(
      text(`类型 ${type}`, `type ${type}`),
      text(
        "不是 CityJSON 类型：照原样绘制，含义不明",
        "not a CityJSON type: drawn as it is, its meaning not known",
      ),
    ),
  extension: (name: string): Note =>
    note(
      text(`扩展 ${name}`, `extension ${name}`),
      text("其内容照原样保留，含义不明", "what it adds is kept as it is, its meaning not known"),
    ),
  texture: note(
    text("贴图", "texture"),
    text("表面按种类着色", "surfaces are drawn in the colours of their kind"),
  ),
  crs: (name: string): Note =>
    note(
      text(`坐标系 ${name}`, `coordinate reference system ${name}`),
      text(
        "不认识：坐标按米处理；未给 --at LAT,LON 时没有太阳",
        "not known here: coordinates taken as metres; without --at LAT,LON there is no sun",
      ),
    ),

  crsElsewhere: (code: string): Note =>
    note(
      text(`坐标系 ${code}`, `coordinate reference system ${code}`),
      text(
        "坐标落在其适用范围之外，可能写错：位置未采用；未给 --at LAT,LON 时没有太阳",
        "its coordinates lie outside the area it is for, so it may be the wrong one: the place is not used; without --at LAT,LON there is no sun",
      ),
    ),

  unknownGeometry: (type: string): Note =>
    note(geometry(type), text("不是 CityJSON 的几何类型", "not a geometry type of CityJSON")),
  pointsOrLines: (type: string): Note =>
    note(geometry(type), text("点和线不绘制", "points and lines are not drawn")),
  emptyTemplate: note(geometry("GeometryInstance"), text("其模板没有表面", "its template has no surfaces")),
  semanticsMisfit: note(
    text("几何的语义", "semantics of a geometry"),
    text("与其表面数目不符：未采用", "do not fit the number of its surfaces: not used"),
  ),
  semanticsGone: note(
    text("表面的语义", "semantics of a surface"),
    text("所指语义不存在：未采用", "name a semantic surface that does not exist: not used"),
  ),
  ringShort: note(surface, text("环少于三个顶点", "its ring has fewer than three corners")),
  ringFlat: note(
    surface,
    text("环没有面积（顶点重复或共线）", "its ring has no area (repeated or collinear vertices)"),
  ),
  ringCrossed: note(text("表面的一部分", "part of a surface"), text("环自相交", "its ring crosses itself")),

  noFeature: note(text("列表成员", "member of the list"), text("不是 GeoJSON 要素", "not a GeoJSON feature")),
  featureBare: note(text("要素", "feature"), text("没有几何", "has no geometry")),
  noBuilding: note(text("非建筑要素", "feature that is no building"), text("不绘制", "not drawn")),
  label: (type: string): Note =>
    note(
      text(`建筑的 ${type}`, `${type} of a building`),
      text("标注和线不是建筑", "labels and lines are not buildings"),
    ),
  footprintShape: note(footprint, text("坐标不是由数字组成的环", "its coordinates are not rings of numbers")),
  footprintFlat: note(footprint, noArea),
  footprintTooFar: note(footprint, tooFar),
  road: note(text("道路", "road"), text("没有长度或宽度", "has no length or no width")),
  areaFlat: note(text("区域", "area"), text("轮廓没有面积", "its outline has no area")),
  areaMended: note(text("区域", "area"), text("轮廓自相交：已修补", "its outline crosses itself: mended")),

  rowBare: note(text("行", "row"), text("没有时间或节点", "has no time or no node")),
  rowEarlier: note(
    text("早于前一行的行", "row earlier than the one before"),
    text("紧接其后播放", "played at once after it"),
  ),
  sessionUnread: note(
    text("充电会话", "session"),
    text("时间、桩号或电量无法读取", "its times, station or energy cannot be read"),
  ),
  fieldEmpty: note(text("字段", "field"), text("为空：缺失，不是 0", "is empty: missing, not 0")),
  lineOther: note(text("行", "line"), text("不是消息", "is no message")),
  messageAnswer: note(text("消息", "message"), text("是对命令的应答", "answers a command")),
  lightUnit: note(text("光照值", "light value"), text("单位未说明", "its unit is not stated")),
} as const;
