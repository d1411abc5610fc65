// Starts the form, once it has been told how files go to and fro.
"use strict";

window.antiscam?.register(window.CMS);
window.CMS.init();
