/** Commands on what the storage keeps. */
@NullMarked
package com.luckyfunatic.admin.storage;

import org.jspecify.annotations.NullMarked;
