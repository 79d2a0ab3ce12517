import { defineReadingWidget } from "reading-widget";

defineReadingWidget();
