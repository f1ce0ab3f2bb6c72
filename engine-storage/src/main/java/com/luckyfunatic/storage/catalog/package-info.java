/** Content files: read strictly from YAML, with a default catalog in the resources. */
@NullMarked
package com.luckyfunatic.storage.catalog;

import org.jspecify.annotations.NullMarked;
