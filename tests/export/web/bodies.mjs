// Runners as a camera sees them, built from what is to be measured: no formula of the modules under test is used here.

/** A body in metres, upright coordinates: x forward, y up from the ground; angles in degrees, forward positive. */
export const BODY = { leg: 0.9, trunk: 0.52, ankle: 0.08, ear: 0.22 };

export const PICTURE = { width: 1920, height: 1080 };

const unit = (degrees) => ({ x: Math.sin((degrees * Math.PI) / 180), y: Math.cos((degrees * Math.PI) / 180) });
const from = (point, { x, y }, length) => ({ x: point.x + x * length, y: point.y + y * length });

/** Return the joints of a body whose ankle is at `x`: its leg and its trunk lean by some degrees. */
export function joints({ x = 0, legLean = 0, trunkLean = 0 }) {
  const ankle = { x, y: BODY.ankle };
  const hip = from(ankle, unit(legLean), BODY.leg);
  const neck = from(hip, unit(trunkLean), BODY.trunk);
  return { ankle, hip, neck, ear: from(neck, unit(trunkLean), BODY.ear) };
}

/**
 * Return a camera: a function from metres to pixels. It is tilted by `roll` degrees about the middle of the picture,
 * shows `scale` pixels a metre, and looks so that the runner faces right or left (`direction`).
 */
export function camera({ roll = 0, scale = 320, direction = 1, picture = PICTURE } = {}) {
  const { x: sine, y: cosine } = unit(roll);
  const middle = { x: picture.width / 2, y: picture.height / 2 };
  return (point) => {
    const right = direction * point.x * scale;
    const down = picture.height * 0.35 - point.y * scale;
    return { x: middle.x + right * cosine - down * sine, y: middle.y + right * sine + down * cosine };
  };
}

/** Return the points of joints as a camera sees them. */
export function seen(found, look) {
  return Object.fromEntries(Object.entries(found).map(([name, point]) => [name, look(point)]));
}

export const POST = { x: -1.5, y: 1 }; // a fixed point of the background

/** Return a clip of a runner who stands with one lean of the trunk and runs with others, one a stance. */
export function clip({ leans, standing = -3, step = 0.35, shown = {}, frameSeconds = 1 / 120, ...more }) {
  const look = camera(shown);
  const upright = seen(joints({ trunkLean: standing }), look);
  const trunk = { hip: upright.hip, neck: upright.neck };
  const stances = leans.map((lean, index) => {
    const found = seen(joints({ x: (index - leans.length / 2) * 0.1, trunkLean: lean + standing, legLean: 2 }), look);
    return { ...found, leg: index % 2 ? "right" : "left", seconds: index * step, background: look(POST) };
  });
  return {
    picture: PICTURE,
    direction: shown.direction ?? 1,
    slowMotion: 1,
    frameSeconds,
    standing: {
      ...{ trunks: [trunk, trunk, trunk], hips: [upright.hip, upright.hip], ankle: upright.ankle, ear: upright.ear },
      ...{ background: look(POST), facing: shown.direction ?? 1 },
    },
    stances,
    ...more,
  };
}
