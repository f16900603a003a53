"""Turns files, folders and standard input into Documents, one by one."""
