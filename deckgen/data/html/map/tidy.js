// Tidy trees in linear time: boxes of any size in, their places out, without recursion.
// The tree grows to the right; siblings stand below one another as close as their branches allow.
// After A. van der Ploeg, "Drawing non-layered tidy trees in linear time" (2014).

// Items are { children: [places], length, breadth, gap }, parents before children; the first is
// the root. Leaves `along` (right edge) and `across` (top edge) of every item.
function tidy(items) {
  const count = items.length;
  const numbers = () => new Float64Array(count);
  const along = numbers(), across = numbers();
  const prelim = numbers(), mod = numbers(), shift = numbers(), change = numbers();
  const sumUpper = numbers(), sumLower = numbers(), sums = numbers();
  const nextUpper = new Int32Array(count).fill(-1), nextLower = new Int32Array(count).fill(-1);
  const farUpper = Int32Array.from(items, (_, i) => i), farLower = Int32Array.from(items, (_, i) => i);

  along[0] = items[0].length;
  for (let i = 0; i < count; i++) {
    for (const child of items[i].children) along[child] = along[i] + items[child].length;
  }

  const above = i => (items[i].children.length ? items[i].children[0] : nextUpper[i]);
  const below = i => (items[i].children.length ? items[i].children.at(-1) : nextLower[i]);

  function move(siblings, index, since, distance) {
    const child = siblings[index];
    mod[child] += distance;
    sumUpper[child] += distance;
    sumLower[child] += distance;
    if (since !== index - 1) {  // the room that opens is shared by those between
      const part = distance / (index - since);
      shift[siblings[since + 1]] += part;
      shift[child] -= part;
      change[child] -= distance - part;
    }
  }

  function thread(next, far, sum, at, source, to, total) {
    const end = far[at];
    next[end] = to;
    const difference = total - mod[to] - sum[at];
    mod[end] += difference;
    prelim[end] -= difference;
    far[at] = far[source];
    sum[at] = sum[source];
  }

  function separate(siblings, index, lows, gap) {
    let one = siblings[index - 1], other = siblings[index];
    let sumOne = mod[one], sumOther = mod[other];
    let top = lows.length - 1;
    while (one >= 0 && other >= 0) {
      if (along[one] > lows[top].reach) top--;
      const distance = sumOne + prelim[one] + items[one].breadth + gap - sumOther - prelim[other];
      if (distance > 0) {
        sumOther += distance;
        move(siblings, index, lows[top].index, distance);
      }
      const reachOne = along[one], reachOther = along[other];
      if (reachOne <= reachOther) {
        one = below(one);
        sumOne += one >= 0 ? mod[one] : 0;
      }
      if (reachOne >= reachOther) {
        other = above(other);
        sumOther += other >= 0 ? mod[other] : 0;
      }
    }
    if (other >= 0) thread(nextUpper, farUpper, sumUpper, siblings[0], siblings[index], other, sumOther);
    else if (one >= 0) thread(nextLower, farLower, sumLower, siblings[index], siblings[index - 1], one, sumOne);
  }

  for (let i = count - 1; i >= 0; i--) {
    const siblings = items[i].children;
    if (!siblings.length) continue;
    const lows = [{ reach: along[farUpper[siblings[0]]], index: 0 }];
    for (let index = 1; index < siblings.length; index++) {
      const reach = along[farLower[siblings[index]]];
      separate(siblings, index, lows, items[i].gap);
      while (lows.length && reach >= lows.at(-1).reach) lows.pop();
      lows.push({ reach, index });
    }
    const first = siblings[0], last = siblings.at(-1);
    const middle = (prelim[first] + mod[first] + prelim[last] + mod[last] + items[last].breadth) / 2;
    prelim[i] = middle - items[i].breadth / 2;
    farUpper[i] = farUpper[first];
    sumUpper[i] = sumUpper[first];
    farLower[i] = farLower[last];
    sumLower[i] = sumLower[last];
  }

  for (let i = 0; i < count; i++) {
    const total = sums[i] + mod[i];
    across[i] = total + prelim[i];
    let moved = 0, changed = 0;
    for (const child of items[i].children) {
      moved += shift[child];
      changed += moved + change[child];
      mod[child] += changed;
      sums[child] = total;
    }
  }
  return { along, across };
}
