/**
 * The programme of Xinghe Garden as the design states it, to hold the bundled community against: id, type, centre x and
 * y, width, depth, floors, height, stair units, homes; metres.
 */
const buildingTable = `
E-1,E,51,24,62,12.5,7,21.95,4,56
E-2,E,131,24,62,12.5,7,21.95,4,56
E-3,E,409,24,62,12.5,7,21.95,4,56
D-1,D,50,70,60,13,11,33.55,3,66
D-2,D,130,70,60,13,11,33.55,3,66
D-3,D,330,70,60,13,11,33.55,3,66
D-4,D,410,70,60,13,11,33.55,3,66
D-5,D,50,134,60,13,11,33.55,3,66
D-6,D,130,134,60,13,11,33.55,3,66
D-7,D,330,134,60,13,11,33.55,3,66
D-8,D,410,134,60,13,11,33.55,3,66
C2-1,C2,43,199,46,13.5,18,53.85,2,72
C2-2,C2,113,199,46,13.5,18,53.85,2,72
C2-3,C2,347,199,46,13.5,18,53.85,2,72
C2-4,C2,417,199,46,13.5,18,53.85,2,72
C1-1,C1,47,262,54,13.5,18,53.85,3,108
C1-2,C1,131,262,54,13.5,18,53.85,3,108
C1-3,C1,329,262,54,13.5,18,53.85,3,108
C1-4,C1,413,262,54,13.5,18,53.85,3,108
C1-5,C1,89,336,54,13.5,18,53.85,3,108
C1-6,C1,173,336,54,13.5,18,53.85,3,108
C1-7,C1,287,336,54,13.5,18,53.85,3,108
C1-8,C1,371,336,54,13.5,18,53.85,3,108
B-1,B,24,384,32,15,26,77.05,1,104
B-2,B,131,384,32,15,26,77.05,1,104
B-3,B,329,384,32,15,26,77.05,1,104
B-4,B,436,384,32,15,26,77.05,1,104
B-5,B,230,240,32,15,26,77.05,1,104
B-6,B,230,300,32,15,26,77.05,1,104
A-1,A,22,336,28,14.5,33,97.35,1,132
A-2,A,438,336,28,14.5,33,97.35,1,132
A-3,A,206,385,28,14.5,33,97.35,1,132
A-4,A,254,385,28,14.5,33,97.35,1,132
P1-kindergarten,P,230,150,44,22,3,13.2,0,0
P2-community-centre,P,200,92,46,24,3,14.4,0,0
P3-clinic-daycare,P,196,57,34,18,2,9.6,0,0
P4-shops-west,P,195,16,40,12,2,8.4,0,0
P5-shops-east,P,334,16,60,12,2,8.4,0,0
P6-property-centre,P,264,92,30,16,2,9.6,0,0
P7-market,P,272,20,34,18,1,6,0,0
`;

/** Centre lines and widths of the roads, as the design states them. */
const roadTable = `
EW39 (12,39)-(448,39) 7
EW116 (12,116)-(448,116) 7
EW168 (12,168)-(448,168) 6
EW222 (12,222)-(448,222) 6
EW282 (12,282)-(448,282) 6
EW360 (12,360)-(448,360) 7
W1 (90,39)-(90,168) 5
W2 (78,168)-(78,222) 5
W3 (89,222)-(89,282) 5
W4 (49,282)-(49,360) 5
E1 (370,39)-(370,168) 5
E2 (382,168)-(382,222) 5
E3 (371,222)-(371,282) 5
E4 (411,282)-(411,360) 5
S0 (234,0)-(234,116) 7
C1 (186,116)-(186,282) 5
C2 (274,116)-(274,282) 5
N1 (207,282)-(207,360) 4
N2 (253,282)-(253,360) 4
N0 (230,360)-(230,400) 7
GW (0,116)-(12,116) 7
GE (448,222)-(460,222) 6
`;

export interface ToldBuilding {
  readonly id: string;
  readonly type: string;
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
  readonly floors: number;
  readonly heightM: number;
  readonly units: number;
  readonly homes: number;
}

export const toldBuildings: readonly ToldBuilding[] = buildingTable
  .trim()
  .split("\n")
  .map((line) => {
    const [id = "", type = "", ...rest] = line.split(",");
    const [x = 0, y = 0, w = 0, d = 0, floors = 0, heightM = 0, units = 0, homes = 0] = rest.map(Number);
    return {
      id,
      type,
      west: x - w / 2,
      south: y - d / 2,
      east: x + w / 2,
      north: y + d / 2,
      floors,
      heightM,
      units,
      homes,
    };
  });

export const toldRoads = roadTable
  .trim()
  .split("\n")
  .map((line) => {
    const told = /^(\w+) \((\d+),(\d+)\)-\((\d+),(\d+)\) (\d+)$/.exec(line);
    if (!told) throw new Error(`cannot read the road ${line}`);
    const [ax, ay, bx, by, widthM] = told.slice(2).map(Number);
    return {
      id: told[1],
      kind: "road",
      centreLine: [
        [ax, ay],
        [bx, by],
      ],
      widthM,
    };
  });
