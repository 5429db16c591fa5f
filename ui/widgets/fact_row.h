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

  void setGivesWay(); ///< a text that may be long: elided, whole in its tool tip
  void setStrong();   ///< a sum
  void setValue(const QString &value, Tone tone = Tone::Text);

private:
  Label *m_key;
  Label *m_value;
};

} // namespace tenantry::ui
