// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/api/page_frame.h"

using namespace Qt::StringLiterals;

namespace tenantry::api {

namespace {

QString className(Tone tone) {
  switch (tone) {
  case Tone::Success:
    return u"success"_s;
  case Tone::Warning:
    return u"warning"_s;
  case Tone::Danger:
    return u"danger"_s;
  case Tone::Info:
    return u"info"_s;
  case Tone::Neutral:
    break;
  }
  return u"neutral"_s;
}

} // namespace

http::Response framed(int status, const Frame &frame, const Markup &content) {
  Markup head = Element("meta", {{"charset", u"utf-8"_s}});
  head += Element("meta",
                  {{"name", u"viewport"_s}, {"content", u"width=device-width, initial-scale=1"_s}});
  head += Element("meta", {{"name", u"color-scheme"_s}, {"content", u"light dark"_s}});
  head += Element("meta", {{"name", u"robots"_s}, {"content", u"noindex"_s}});
  if (frame.looksAgain)
    head += Element("meta", {{"http-equiv", u"refresh"_s}, {"content", u"10"_s}});
  if (!frame.leadsTo.isEmpty())
    head +=
        Element("meta", {{"http-equiv", u"refresh"_s}, {"content", u"0; url="_s + frame.leadsTo}});
  head += Element("title") << frame.title;
  head += Element("link", {{"rel", u"stylesheet"_s}, {"href", u"/style.css"_s}});
  Markup body = Element("header") << Markup(Element("h1") << frame.title);
  if (!frame.issuer.isEmpty())
    body = Element("header") << Markup(Element("h1") << frame.title)
                             << Markup(Element("p", {{"class", u"muted"_s}})
                                       << frame.words.from.arg(frame.issuer));
  const Markup main = Element("main") << body << content;
  http::Response response{status, "text/html; charset=utf-8",
                          documentOf(frame.words.language, head, main)};
  response.headers.emplace_back("Content-Security-Policy",
                                "default-src 'none'; style-src 'self'; form-action 'self'; "
                                "base-uri 'none'; frame-ancestors 'none'");
  return response;
}

Markup badge(Tone tone, const QString &text) {
  return Element("span", {{"class", u"badge "_s + className(tone)}}) << text;
}

Markup notice(Tone tone, const QString &text) {
  return Element("p", {{"class", u"notice "_s + className(tone)}, {"role", u"status"_s}}) << text;
}

Markup paragraph(const QString &text) { return Element("p") << text; }

Markup hidden(const char *name, const QString &value) {
  return Element("input",
                 {{"type", u"hidden"_s}, {"name", QString::fromLatin1(name)}, {"value", value}});
}

Markup button(const QString &text) { return Element("button", {{"type", u"submit"_s}}) << text; }

Markup fact(const QString &term, const QString &value) {
  Markup both = Element("dt") << term;
  both += Element("dd") << value;
  return both;
}

Markup cardField(const PageWords &words, bool isUnknown) {
  Markup field = Element("label", {{"for", u"number"_s}}) << words.cardNumber;
  Element input("input", {{"id", u"number"_s},
                          {"name", u"number"_s},
                          {"type", u"text"_s},
                          {"inputmode", u"numeric"_s},
                          {"autocomplete", u"off"_s},
                          {"maxlength", u"40"_s},
                          {"required", u"required"_s},
                          {"aria-describedby", u"number-hint"_s}});
  if (isUnknown)
    std::move(input).with({"aria-invalid", u"true"_s});
  field += input;
  field += Element("p", {{"id", u"number-hint"_s}, {"class", isUnknown ? u"error"_s : u"muted"_s}})
           << (isUnknown ? words.cardUnknown + u' ' + words.cardHint : words.cardHint);
  return field;
}

} // namespace tenantry::api
