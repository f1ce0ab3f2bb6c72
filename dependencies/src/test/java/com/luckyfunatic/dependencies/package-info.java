/** What the programs run on, and by whose leave. */
@NullMarked
package com.luckyfunatic.dependencies;

import org.jspecify.annotations.NullMarked;
