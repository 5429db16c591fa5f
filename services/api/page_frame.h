// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/api/html.h"
#include "services/api/page_words.h"
#include "services/http/message.h"

namespace tenantry::api {

/// What all pages are made of.
struct Frame {
  const PageWords &words;
  QString title;
  QString issuer{};
  bool looksAgain = false; ///< the browser loads it again after a few seconds
  QString leadsTo{};       ///< the browser goes there at once; empty: it stays
};

[[nodiscard]] http::Response framed(int status, const Frame &frame, const Markup &content);

enum class Tone { Neutral, Success, Warning, Danger, Info };
[[nodiscard]] Markup badge(Tone tone, const QString &text);
[[nodiscard]] Markup notice(Tone tone, const QString &text);
[[nodiscard]] Markup paragraph(const QString &text);
[[nodiscard]] Markup hidden(const char *name, const QString &value);
[[nodiscard]] Markup button(const QString &text);
/// A term and what it is, for a `dl`.
[[nodiscard]] Markup fact(const QString &term, const QString &value);
[[nodiscard]] Markup cardField(const PageWords &words, bool isUnknown);

} // namespace tenantry::api
