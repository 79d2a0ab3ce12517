// The peers on the German demo page: reading time and keywords under the title, shariff with
// those of the widget's default targets that it knows, at the end. The template says where the article is.

// The file that shariff's README embeds: complete in itself, without jQuery.
import "shariff/dist/shariff.complete.js";
import { analyze } from "./analysis.js";

const article = document.querySelector("article");
const { minutes, topics } = await analyze(article.textContent);

const time = document.createElement("p");
time.textContent = `Lesezeit: ${Math.max(1, Math.round(minutes))} Minuten`;
const list = document.createElement("ul");
for (const topic of topics) list.appendChild(document.createElement("li")).textContent = topic;
article.querySelector("h1").after(time, list);

const buttons = document.createElement("div");
article.append(buttons);
new window.Shariff(buttons, {
  lang: "de",
  services: ["clipboard", "mail", "whatsapp", "fediverse", "facebook", "twitter", "linkedin"],
});

dispatchEvent(new Event("peers-ready"));
