// Whether this person asked for less motion: a time-lapse then goes slowly, one still picture after the other.
export const calm = () => matchMedia('(prefers-reduced-motion: reduce)').matches;
