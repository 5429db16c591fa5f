// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/theme/tone.h"
#include <QWidget>

namespace tenantry::ui {

class Label;

/// "Net terms … 30 days, invoice": a muted key and, right aligned, its value, which can be
/// selected.
class FactRow : public QWidget {
public:
  explicit FactRow(const QString &key, const QString &value = {}, QWidget *parent = nullptr);

  void setWraps();       ///< a value that may be long takes the lines that it needs
  void setKeyGivesWay(); ///< elided: the value is what one looks for
  void setKeyWraps();    ///< one that may be long, and is whole as well
  void setStrong();      ///< a sum
  void setValue(const QString &value, Tone tone = Tone::Text);

private:
  void put(Label *&label, Label *instead);

  Label *m_key;
  Label *m_value;
};

} // namespace tenantry::ui
