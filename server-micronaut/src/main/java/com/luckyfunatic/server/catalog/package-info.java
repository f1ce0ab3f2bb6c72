/** The published content over HTTP. */
@NullMarked
package com.luckyfunatic.server.catalog;

import org.jspecify.annotations.NullMarked;
