/** The machine-readable description of the API and the pages to read it on. */
@NullMarked
package com.luckyfunatic.server.openapi;

import org.jspecify.annotations.NullMarked;
