#!/usr/bin/env node
/**
 * Looks to `@vscode/test-electron` like a VS Code executable: takes the same arguments, runs the extension's tests
 * in the host of this folder, prints what they print and ends with their exit code.
 */
import { runScript } from './bootstrap.mjs';

process.exitCode = await runScript('scripts/host/launch.ts', process.argv.slice(2));
