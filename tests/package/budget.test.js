// No file outgrows its budget: bytes as brotli 11 sends them, in budget.json.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join, matchesGlob } from "node:path";
import { test } from "node:test";
import { dist } from "../../tasks/build.js";
import { sizes } from "../../tasks/build/sizes.js";
import { root } from "../../tasks/command.js";
