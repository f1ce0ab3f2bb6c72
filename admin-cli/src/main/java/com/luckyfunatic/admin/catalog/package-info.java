/** Commands for the designers of content. */
@NullMarked
package com.luckyfunatic.admin.catalog;

import org.jspecify.annotations.NullMarked;
