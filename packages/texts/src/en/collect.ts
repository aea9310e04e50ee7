export const collect = {};
