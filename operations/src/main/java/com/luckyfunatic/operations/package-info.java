/** What the command lines and the server share for operating the storage. */
@NullMarked
package com.luckyfunatic.operations;

import org.jspecify.annotations.NullMarked;
