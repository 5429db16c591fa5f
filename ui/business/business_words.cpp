// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/business/business_words.h"
#include <QCoreApplication>

namespace tenantry::ui {

namespace {

QString words(const char *text) { return QCoreApplication::translate("BusinessWords", text); }

} // namespace

QString businessWord(BusinessWord word) {
  switch (word) {
  case BusinessWord::Fact:
    return words(QT_TRANSLATE_NOOP("BusinessWords", "What"));
  case BusinessWord::Change:
    return words(QT_TRANSLATE_NOOP("BusinessWords", "Change"));
  case BusinessWord::Before:
    return words(QT_TRANSLATE_NOOP("BusinessWords", "Before"));
  case BusinessWord::After:
    return words(QT_TRANSLATE_NOOP("BusinessWords", "After"));
  case BusinessWord::Plan:
    return words(QT_TRANSLATE_NOOP("BusinessWords", "Plan"));
  case BusinessWord::Currency:
    return words(QT_TRANSLATE_NOOP("BusinessWords", "Currency"));
  }
  return {};
}

QString changeWord(business::Change::Kind kind) {
  switch (kind) {
  case business::Change::Kind::Added:
    return words(QT_TRANSLATE_NOOP("BusinessWords", "added"));
  case business::Change::Kind::Removed:
    return words(QT_TRANSLATE_NOOP("BusinessWords", "removed"));
  case business::Change::Kind::Changed:
    return words(QT_TRANSLATE_NOOP("BusinessWords", "changed"));
  }
  return {};
}

Tone changeTone(business::Change::Kind kind) {
  switch (kind) {
  case business::Change::Kind::Added:
    return Tone::Success;
  case business::Change::Kind::Removed:
    return Tone::Danger;
  case business::Change::Kind::Changed:
    return Tone::Info;
  }
  return Tone::Text;
}

} // namespace tenantry::ui
