// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>

class QBoxLayout;
class QHBoxLayout;

namespace tenantry::ui {

class ElidedLabel;
class Label;

/// The head of a pane or of a part of it: title, one muted fact beside it, actions on the right. Of
/// a pane the fact stands below the title where there is no room beside it.
class SectionHeader : public QWidget {
public:
  enum class Level {
    Pane,
    Part
  }; ///< 52 px with a 16 px title, or as high as its content with 14 px

  explicit SectionHeader(const QString &title, Level level = Level::Part,
                         QWidget *parent = nullptr);

  void setTitle(const QString &title);
  void setFact(const QString &fact);
  /// How the fact is computed, and as of when, where it is a figure.
  void setFormula(const QString &formula, const QString &asOf);
  void addAction(QWidget *action); ///< appended at the right

protected:
  void resizeEvent(QResizeEvent *event) override;
  bool event(QEvent *event) override;

private:
  void arrange();

  Level m_level;
  Label *m_title;
  ElidedLabel *m_fact;
  QBoxLayout *m_texts;
  QHBoxLayout *m_layout;
};

} // namespace tenantry::ui
