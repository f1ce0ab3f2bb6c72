/** What is found out about the databases of a storage before players are let in. */
@NullMarked
package com.luckyfunatic.storage.check;

import org.jspecify.annotations.NullMarked;
