/**
 * Every setting of the server: one table of names and meanings, and the reading of it from flags,
 * environment and file.
 */
@NullMarked
package com.luckyfunatic.server.config;

import org.jspecify.annotations.NullMarked;
